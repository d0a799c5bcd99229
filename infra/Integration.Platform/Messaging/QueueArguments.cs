namespace Integration.Platform.Messaging;

/// <summary>
/// The arguments of our queues, stated once: the broker refuses a second declaration that differs. All are quorum
/// queues; dead letters move at least once (which needs reject-publish), never at most once.
/// </summary>
internal static class QueueArguments
{
    // Where operators look and replay pages through. RabbitMQ 4 would drop after 20 deliveries; -1 means 0 on RabbitMQ 3.
    private const int PracticallyUnlimited = 1_000_000;

    public static Dictionary<string, object?> Work(string queue, int deliveryLimit) => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = deliveryLimit,
        ["x-dead-letter-exchange"] = DeadLetterNames.Exchange(queue),
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    public static Dictionary<string, object?> Dead() => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = PracticallyUnlimited,
    };
}
