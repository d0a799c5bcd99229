namespace Integration.Connectors.Connections;

/// <summary>How a connection stands.</summary>
/// <param name="State">Open or not.</param>
/// <param name="Reason">Plain words; empty when open.</param>
/// <param name="ResumesAt">When it tries again by itself, or null.</param>
internal sealed record GateStand(GateState State, string Reason, DateTimeOffset? ResumesAt)
{
    // Longer than the usual Retry-After and the first pauses after failures; shorter than stopping and connecting all queues is worth.
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    public static GateStand Open { get; } = new(GateState.Open, "", null);

    /// <summary>Whether it is paused for so short that work waits for the end of it where it is, and queues stay connected.</summary>
    public bool IsBrief(DateTimeOffset now) => State == GateState.Paused && ResumesAt - now <= Brief;
}
