import { GetEventSourceMappingCommand, GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Connection, Readers } from './reader.ts';

export function computeReaders({ client }: Connection): Readers {
  const lambda = new LambdaClient(client);
  const states = new SFNClient(client);
  const scheduler = new SchedulerClient(client);
  return {
    'AWS::Lambda::Function': async (FunctionName) => {
      const { Configuration: live, Concurrency } = await lambda.send(
        new GetFunctionCommand({ FunctionName }),
      );
      return {
        FunctionName: live?.FunctionName,
        Runtime: live?.Runtime,
        Handler: live?.Handler,
        Timeout: live?.Timeout,
        MemorySize: live?.MemorySize,
        Architectures: live?.Architectures,
        Environment: { Variables: live?.Environment?.Variables ?? {} },
        TracingConfig: live?.TracingConfig,
        LoggingConfig: live?.LoggingConfig,
        ReservedConcurrentExecutions: Concurrency?.ReservedConcurrentExecutions,
        Role: live?.Role,
      };
    },
    'AWS::Lambda::EventSourceMapping': async (UUID) => {
      const live = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
      return {
        EventSourceArn: live.EventSourceArn,
        FunctionName: live.FunctionArn,
        BatchSize: live.BatchSize,
        StartingPosition: live.StartingPosition,
        BisectBatchOnFunctionError: live.BisectBatchOnFunctionError,
        MaximumRetryAttempts: live.MaximumRetryAttempts,
        FunctionResponseTypes: live.FunctionResponseTypes,
        DestinationConfig: live.DestinationConfig,
        FilterCriteria: live.FilterCriteria,
        ScalingConfig: live.ScalingConfig,
      };
    },
    'AWS::StepFunctions::StateMachine': async (stateMachineArn) => {
      const live = await states.send(new DescribeStateMachineCommand({ stateMachineArn }));
      return {
        StateMachineName: live.name,
        StateMachineType: live.type,
        RoleArn: live.roleArn,
        DefinitionString: live.definition,
        LoggingConfiguration: live.loggingConfiguration && {
          IncludeExecutionData: live.loggingConfiguration.includeExecutionData,
          Level: live.loggingConfiguration.level,
        },
        TracingConfiguration: { Enabled: live.tracingConfiguration?.enabled },
      };
    },
    'AWS::Scheduler::Schedule': async (Name) => {
      const live = await scheduler.send(new GetScheduleCommand({ Name }));
      return {
        Name: live.Name,
        ScheduleExpression: live.ScheduleExpression,
        ScheduleExpressionTimezone: live.ScheduleExpressionTimezone,
        FlexibleTimeWindow: live.FlexibleTimeWindow,
        Target: live.Target,
      };
    },
  };
}
