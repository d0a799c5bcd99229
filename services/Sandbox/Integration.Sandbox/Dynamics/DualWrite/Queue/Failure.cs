namespace Integration.Sandbox.Dynamics.DualWrite.Queue;

/// <summary>A change that was not copied because the other side refused it; it is not tried again.</summary>
/// <param name="Change">The change.</param>
/// <param name="Reason">What the other side said.</param>
/// <param name="At">When, UTC.</param>
internal sealed record Failure(Change Change, string Reason, DateTimeOffset At);
