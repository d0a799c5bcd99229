using Integration.Contracts.Routing;

namespace Integration.Platform.Messaging;

/// <summary>Names and headers of the dead-letter topology.</summary>
internal static class DeadLetterNames
{
    public const string Intake = Queues.AttentionIntake;

    public const string QueueHeader = "x-integration-queue";
    public const string FaultTypeHeader = "x-integration-fault-type";
    public const string FaultMessageHeader = "x-integration-fault-message";

    public static string Exchange(string queue) => $"{queue}.dlx";

    /// <summary>The exchange that marks a queue as one that outlived its first seconds.</summary>
    public static string Lasting(string queue) => $"{queue}.lasting";

    public static string Dead(string queue) => $"{queue}.dead";
}
