package io.eventwright.generator.verify.template;

import java.util.List;

/** The types of resources that rules speak of. */
public final class Types {

  public static final String ALARM = "AWS::CloudWatch::Alarm";
  public static final String API = "AWS::Serverless::Api";
  public static final String ARCHIVE = "AWS::Events::Archive";
  public static final String BUCKET = "AWS::S3::Bucket";
  public static final String BUCKET_POLICY = "AWS::S3::BucketPolicy";
  public static final String BUS = "AWS::Events::EventBus";
  public static final String FUNCTION = "AWS::Serverless::Function";
  public static final String HTTP_API = "AWS::Serverless::HttpApi";
  public static final String KEY = "AWS::KMS::Key";
  public static final String LOG_GROUP = "AWS::Logs::LogGroup";
  public static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";
  public static final String PERMISSION = "AWS::Lambda::Permission";
  public static final String PIPE = "AWS::Pipes::Pipe";
  public static final String POLICY = "AWS::IAM::Policy";
  public static final String QUEUE = "AWS::SQS::Queue";
  public static final String QUEUE_POLICY = "AWS::SQS::QueuePolicy";
  public static final String ROLE = "AWS::IAM::Role";
  public static final String ROLE_POLICY = "AWS::IAM::RolePolicy";
  public static final String RULE = "AWS::Events::Rule";
  public static final String SCHEDULE = "AWS::Scheduler::Schedule";
  public static final String SCHEMA = "AWS::EventSchemas::Schema";
  public static final String STATE_MACHINE = "AWS::Serverless::StateMachine";
  public static final String STREAM = "AWS::Kinesis::Stream";
  public static final String SUBSCRIPTION = "AWS::SNS::Subscription";
  public static final String TABLE = "AWS::DynamoDB::Table";
  public static final String TOPIC = "AWS::SNS::Topic";
  public static final String TOPIC_POLICY = "AWS::SNS::TopicPolicy";

  /** Policies that are written by themselves, and given to roles. */
  public static final List<String> POLICIES = List.of(POLICY, MANAGED_POLICY, ROLE_POLICY);

  private Types() {}
}
