using System.Globalization;

namespace Integration.Connectors.Pairs;

/// <summary>How a pair is reconciled. In pair files <c>"reconciliation": { "at": "02:30" }</c>; without <c>at</c> only when somebody asks.</summary>
public sealed record ReconciliationSettings
{
    /// <summary>The time of day in the pair's zone at which the days before are reconciled; null for never by itself.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The days that a reconciliation covers when none is named: by itself those before, asked for with today as the last.</summary>
    public int Days { get; init; } = 2;

    /// <summary>The canonical entities that are compared; null for all that both sides list.</summary>
    public IReadOnlyList<string>? Entities { get; init; }

    /// <summary>Whether what can be mended safely is mended: a missing order submitted, a stale stock level sent again.</summary>
    public bool Heal { get; init; } = true;

    /// <summary>More healable findings of a kind than this are left to a person: then something else is wrong.</summary>
    public int HealAtMost { get; init; } = 100;

    /// <summary>What changed later than this before the look may still be on its way: it is looked at again before it is a finding.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long mending may take before a finding counts as remaining.</summary>
    public TimeSpan HealWithin { get; init; } = TimeSpan.FromMinutes(30);

    internal static ReconciliationSettings Read(StrictSection? section)
    {
        if (section is null) return new ReconciliationSettings();
        var usual = new ReconciliationSettings();
        var read = new ReconciliationSettings
        {
            At = Time(section),
            Days = section.Whole("days", 1, "Write a number of days, such as 2.") ?? usual.Days,
            Entities = section.TextList("entities", "Write a list such as [ \"order\", \"stock\" ]."),
            Heal = section.YesNo("heal", "Write true or false.") ?? usual.Heal,
            HealAtMost = section.Whole("healAtMost", 0, "Write the most findings of a kind to mend by itself, such as 100.") ?? usual.HealAtMost,
            Grace = section.Duration("grace") ?? usual.Grace,
            HealWithin = section.Duration("healWithin") ?? usual.HealWithin,
        };
        if (read.Days > 31) throw section.Wrong("days", "More than 31 days are too much for one comparison.", "Write a number from 1 to 31.");
        section.NothingElse();
        return read;
    }

    private static TimeOnly? Time(StrictSection section)
    {
        const string fix = "Write a time of day in the pair's zone, such as \"02:30\".";
        if (section.OptionalText("at", fix) is not { } text) return null;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw section.Wrong("at", $"'{text}' is not a time of day.", fix);
    }
}
