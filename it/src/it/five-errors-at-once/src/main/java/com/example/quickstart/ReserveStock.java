package com.example.quickstart;

class ReserveStock {}
