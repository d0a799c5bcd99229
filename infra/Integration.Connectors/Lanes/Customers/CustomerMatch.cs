using Integration.Connectors.Effects;
using Integration.Contracts.Operations;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Which customer of the ERP an account is.</summary>
internal abstract record CustomerMatch
{
    private CustomerMatch()
    {
    }

    /// <summary>This one.</summary>
    public sealed record Known(string ErpId) : CustomerMatch;

    /// <summary>None, and the pair makes none: too old, or nothing goes to the ERP.</summary>
    public sealed record None(string Why) : CustomerMatch;

    /// <summary>None; it is to be made.</summary>
    public sealed record New : CustomerMatch;

    /// <summary>A person must say.</summary>
    public sealed record Doubtful(IReadOnlyList<Reason> Reasons, string Advice) : CustomerMatch;

    /// <summary>It could not be asked for just now.</summary>
    public sealed record Later(EffectRun.Postponed Postponed) : CustomerMatch;
}
