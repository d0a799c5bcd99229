using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Integration.Mapping.Lookups;
using Integration.Mapping.Lookups.Rates;
using Integration.Mapping.Lookups.Units;

namespace Integration.Connectors.DryRuns;

/// <summary>Lookups that remember what was asked of them.</summary>
internal sealed class WatchedLookups(ILookups inner) : ILookups
{
    private readonly List<LookupUse> _uses = [];

    public IReadOnlyCollection<string> Names => inner.Names;

    public IReadOnlyList<LookupUse> Uses => [.. _uses.Distinct()];

    public bool TryFind(string name, string code, [NotNullWhen(true)] out JsonValue? value)
    {
        var found = inner.TryFind(name, code, out value);
        _uses.Add(new LookupUse(name, code, value?.ToString()));
        return found;
    }

    public RateTable? Rates(string name) => inner.Rates(name);

    public UnitTable? Units(string name) => inner.Units(name);
}
