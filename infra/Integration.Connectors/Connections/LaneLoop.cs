namespace Integration.Connectors.Connections;

/// <summary>Work that a lane's half does by itself while the connection is open; it ends only by cancellation.</summary>
/// <param name="Name">For logs.</param>
/// <param name="RunAsync">The work.</param>
internal sealed record LaneLoop(string Name, Func<CancellationToken, Task> RunAsync);
