using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Integration.Mapping.Lookups.Rates;
using Integration.Mapping.Lookups.Units;

namespace Integration.Mapping.Lookups;

/// <summary>Named tables of a pair: from a code of one system to a value of the other.</summary>
public interface ILookups
{
    /// <summary>Names of all tables.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The value of the code, else the table's default; false if there is neither, or no such table.</summary>
    /// <param name="name">The table, for example <c>payment-methods</c>.</param>
    /// <param name="code">The code as the source system sends it.</param>
    /// <param name="value">Text, a number, true or false.</param>
    bool TryFind(string name, string code, [NotNullWhen(true)] out JsonValue? value);

    /// <summary>The table of exchange rates of that name, or null.</summary>
    RateTable? Rates(string name);

    /// <summary>The table of units of that name, or null.</summary>
    UnitTable? Units(string name);
}
