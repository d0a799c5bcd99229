using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Lookups;

/// <summary>One table: <c>{ "ignoreCase": true, "default": "…", "codes": { "code": "value" } }</c>.</summary>
internal sealed class LookupTable
{
    private readonly FrozenDictionary<string, JsonValue> _codes;
    private readonly JsonValue? _default;

    private LookupTable(FrozenDictionary<string, JsonValue> codes, JsonValue? defaultValue)
    {
        _codes = codes;
        _default = defaultValue;
    }

    public static LookupTable Read(StrictObject table)
    {
        var comparer = table.Flag("ignoreCase") ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var otherwise = table.Has("default") ? Scalar(table, "default") : null;
        var codes = new Dictionary<string, JsonValue>(comparer);
        if (table.Object("codes") is { } entries)
        {
            foreach (var code in entries.Names)
            {
                if (Scalar(entries, code) is { } value && !codes.TryAdd(code.Trim(), value))
                    entries.Error($"code '{code}' stands there twice (letter case is ignored).");
            }
        }
        else if (!table.Has("codes"))
        {
            table.Error("property 'codes' is missing.");
        }

        table.RefuseUnknown();
        return new LookupTable(codes.ToFrozenDictionary(comparer), otherwise);
    }

    public bool TryFind(string code, [NotNullWhen(true)] out JsonValue? value)
    {
        value = _codes.TryGetValue(code.Trim(), out var found) ? found : _default;
        return value is not null;
    }

    private static JsonValue? Scalar(StrictObject owner, string name)
    {
        if (owner.Any(name) is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            return value;
        owner.Error($"the value of '{name}' must be text, a number, true or false.");
        return null;
    }
}
