using Integration.Connectors.Pairs.Lanes;

namespace Integration.Connectors.TwoWay;

/// <summary>What is remembered of one field.</summary>
internal sealed record TwoWayField
{
    /// <summary>Writes that follow each other in opposite directions until the field is stopped.</summary>
    public const int MostBounces = 3;

    /// <summary>Two such writes farther apart than this are people's, not systems that answer each other.</summary>
    public static readonly TimeSpan BounceTime = TimeSpan.FromMinutes(15);

    /// <summary>The last agreed values, or null when there are none.</summary>
    public Agreed? Base { get; init; }

    /// <summary>The side whose value was written to the other one last; shared for never.</summary>
    public FieldOwner WrittenFrom { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Writes in a row that went against the one before.</summary>
    public int Bounces { get; init; }

    /// <summary>True when it bounced too often: a person must decide.</summary>
    public bool IsStopped => Bounces >= MostBounces;

    /// <summary>After a write whose answer showed these values.</summary>
    public TwoWayField Written(FieldOwner from, Agreed shown, DateTimeOffset now)
    {
        var against = WrittenFrom != FieldOwner.Shared && WrittenFrom != from && WrittenAt is { } last && now - last < BounceTime;
        return this with { Base = shown, WrittenFrom = from, WrittenAt = now, Bounces = against ? Bounces + 1 : 0 };
    }

    /// <summary>After both sides were seen to show the same value.</summary>
    public TwoWayField Met(string value) => this with { Base = new Agreed(value, value) };

    /// <summary>After a person decided: it may be written again.</summary>
    public TwoWayField Released() => this with { Bounces = 0, WrittenFrom = FieldOwner.Shared, WrittenAt = null };

    /// <summary>Without the values: they may be personal.</summary>
    public override string ToString() => nameof(TwoWayField);
}
