namespace Integration.Sandbox.Faults;

/// <summary>A rule with its own dice and counts; the plan's lock guards it.</summary>
internal sealed class ArmedRule(FaultRule rule)
{
    // Predictable on purpose: a failing run must be repeatable from its seed.
#pragma warning disable CA5394
    private readonly Random _dice = new(rule.Seed);
    private int _matched;

    public FaultRule Rule { get; } = rule;

    public int Hits { get; private set; }

    public bool Takes(string method, string target, string? body, DateTimeOffset now)
    {
        if (!Matches(method, target, body, now) || Hits >= Rule.Count || ++_matched <= Rule.Skip
            || (Rule.Probability < 1 && _dice.NextDouble() >= Rule.Probability))
        {
            return false;
        }

        Hits++;
        return true;
    }
#pragma warning restore CA5394

    private bool Matches(string method, string target, string? body, DateTimeOffset now) =>
        (Rule.Method is null || Rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Rule.PathContains is null || target.Contains(Rule.PathContains, StringComparison.OrdinalIgnoreCase))
        && (Rule.BodyContains is null || (body is not null && body.Contains(Rule.BodyContains, StringComparison.Ordinal)))
        && (Rule.From is null || now >= Rule.From)
        && (Rule.Until is null || now < Rule.Until);
}
