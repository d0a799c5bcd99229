using System.Globalization;
using Integration.Connectors.Pairs;

namespace Integration.Console.Reconciliation;

internal sealed record RunRow
{
    public string Id { get; init; } = "";
    public string Slot { get; init; } = "";
    public string Pair { get; init; } = "";
    public string FirstDay { get; init; } = "";
    public string LastDay { get; init; } = "";
    public string Entities { get; init; } = "";
    public int Heal { get; init; }
    public string Operator { get; init; } = "";
    public string Salt { get; init; } = "";
    public string Settlement { get; init; } = "";
    public string State { get; init; } = "";
    public int Pass { get; init; }
    public int Checked { get; init; }
    public int Explained { get; init; }
    public string Note { get; init; } = "";
    public long StartedAt { get; init; }
    public long PassAt { get; init; }
    public long NextAt { get; init; }
    public long? FinishedAt { get; init; }

    public DateOnly First => DateOnly.ParseExact(FirstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly Last => DateOnly.ParseExact(LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IReadOnlyList<string> EntityNames => Entities.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The days that it is about.</summary>
    public DaySpan Days(TimeZoneInfo zone) => DaySpan.Of(First, Last, zone);
}
