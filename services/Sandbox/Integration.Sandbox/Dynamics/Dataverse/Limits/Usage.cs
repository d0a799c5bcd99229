namespace Integration.Sandbox.Dynamics.Dataverse.Limits;

/// <summary>What one user has used of its limits. The protection's lock guards it.</summary>
internal sealed class Usage
{
    /// <summary>When the requests of the window began.</summary>
    public Queue<DateTimeOffset> Begun { get; } = new();

    /// <summary>Execution time of the requests that ended in the window.</summary>
    public Queue<(DateTimeOffset At, TimeSpan Cost)> Ended { get; } = new();

    /// <summary>Execution time of the window.</summary>
    public TimeSpan Spent { get; set; }

    /// <summary>Requests under way.</summary>
    public int Running { get; set; }

    /// <summary>Requests refused since the last that was accepted.</summary>
    public int Refused { get; set; }
}
