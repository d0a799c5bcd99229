namespace Integration.Connectors.Connections;

/// <summary>One half of a lane on one connection: what runs while the connection is open.</summary>
/// <param name="Queues">Queues that it consumes.</param>
/// <param name="Loops">What it does by itself.</param>
internal sealed record LaneHalf(IReadOnlyList<LaneQueue> Queues, IReadOnlyList<LaneLoop> Loops);
