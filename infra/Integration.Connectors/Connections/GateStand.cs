namespace Integration.Connectors.Connections;

/// <summary>How a connection stands.</summary>
/// <param name="State">Open or not.</param>
/// <param name="Reason">Plain words; empty when open.</param>
/// <param name="ResumesAt">When it tries again by itself, or null.</param>
internal sealed record GateStand(GateState State, string Reason, DateTimeOffset? ResumesAt)
{
    public static GateStand Open { get; } = new(GateState.Open, "", null);
}
