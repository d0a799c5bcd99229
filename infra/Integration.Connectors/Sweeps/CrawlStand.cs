using Integration.Connectors.Ports;
using Integration.Platform.Database;

namespace Integration.Connectors.Sweeps;

/// <summary>How far the crawl of all records of a kind is.</summary>
internal sealed record CrawlStand
{
    public long Round { get; init; }

    /// <summary>The next page to read; 0 between two rounds.</summary>
    public long Page { get; init; }

    /// <summary>When the last round ended, Unix milliseconds; 0 before the first.</summary>
    public long EndedAt { get; init; }

    /// <summary>How long to wait for the next round; zero when a page is due.</summary>
    public TimeSpan Wait(CrawlSchedule schedule, DateTimeOffset now)
    {
        var due = UnixTime.FromUnixMs(EndedAt) + schedule.Every;
        return Page == 0 && due > now ? due - now : TimeSpan.Zero;
    }

    /// <summary>The page that is due, and its round.</summary>
    public (long Round, int Page) Due => Page == 0 ? (Round + 1, 1) : (Round, (int)Page);
}
