using System.Globalization;

namespace Integration.Sandbox.Faults;

/// <summary>The rules a stand-in is under now. Safe for concurrent use.</summary>
/// <param name="time">Clock for the rules' time windows.</param>
public sealed class FaultPlan(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<ArmedRule> _rules = [];
    private int _named;

    /// <summary>True when some rule looks at bodies, which must then be buffered.</summary>
    public bool LooksAtBodies
    {
        get { lock (_gate) { return _rules.Any(armed => armed.Rule.BodyContains is not null); } }
    }

    /// <summary>The rules with how often each has hit, in order.</summary>
    public IReadOnlyList<FaultHits> List()
    {
        lock (_gate)
        {
            return _rules.ConvertAll(armed => new FaultHits(armed.Rule, armed.Hits));
        }
    }

    /// <summary>Adds a rule behind the others (replacing one of the same id) and returns it with its id.</summary>
    public FaultRule Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (_gate)
        {
            var named = rule.Id.Length > 0 ? rule : rule with { Id = string.Create(CultureInfo.InvariantCulture, $"fault-{++_named}") };
            _rules.RemoveAll(armed => armed.Rule.Id == named.Id);
            _rules.Add(new ArmedRule(named));
            return named;
        }
    }

    /// <summary>Removes one rule; false when there is none of that id.</summary>
    public bool Remove(string id)
    {
        lock (_gate)
        {
            return _rules.RemoveAll(armed => armed.Rule.Id == id) > 0;
        }
    }

    /// <summary>Removes every rule.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <summary>The rule that takes this request, or null. Counts the hit.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="target">Path and query, decoded.</param>
    /// <param name="body">Body text, or null when it was not read.</param>
    public FaultRule? Take(string method, string target, string? body)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            return _rules.FirstOrDefault(armed => armed.Takes(method, target, body, now))?.Rule;
        }
    }
}
