package com.example.quickstart;

class BillOrder {}
