namespace Integration.Connectors.Hints;

/// <summary>What one sender of hints may hold of us. Configuration section <c>Hints</c>.</summary>
public sealed class HintOptions
{
    /// <summary>
    /// Most hints of one sender that wait to be stored at the same time; it is told to come later with the next one. A quarter of what waits in all.
    /// </summary>
    public int Waiting { get; set; } = 1024;

    /// <summary>Longest time that a body, of 64 KB at most, or 512 KB of a push notification, may take to come. Default 10 seconds.</summary>
    public TimeSpan BodyDeadline { get; set; } = TimeSpan.FromSeconds(10);
}
