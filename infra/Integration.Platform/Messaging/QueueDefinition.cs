namespace Integration.Platform.Messaging;

/// <summary>One queue as its consumer sees it.</summary>
public sealed record QueueDefinition
{
    /// <summary>The queue's name, from <c>Integration.Contracts.Routing.Queues</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Messages the broker may hand over before they are acknowledged. Default 32.</summary>
    public int Prefetch { get; init; } = 32;

    /// <summary>Messages handled at once. Default 8.</summary>
    public int Concurrency { get; init; } = 8;
}
