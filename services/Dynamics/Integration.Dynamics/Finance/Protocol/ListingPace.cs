namespace Integration.Dynamics.Finance.Protocol;

/// <summary>
/// How often everything is listed where there are no change stamps: a sweep comes every few seconds, and all customers are hundreds of calls. A sweep in between ends at once and says nothing.
/// </summary>
internal sealed class ListingPace(TimeSpan every, TimeProvider clock)
{
    private DateTimeOffset? _listed;

    /// <summary>True when it is time to list.</summary>
    public bool IsDue => _listed is not { } listed || clock.GetUtcNow() - listed >= every;

    /// <summary>Everything was listed, to the last page.</summary>
    public void Listed() => _listed = clock.GetUtcNow();
}
