using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;

namespace Integration.Connectors.Pairs;

/// <summary>One object of a pair file, read so that a key nobody asked for is an error.</summary>
internal sealed class StrictSection(string file, string path, JsonObject json)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public PairFileException Wrong(string key, string problem, string fix) => new(file, Path(key), problem, fix);

    public string Text(string key, string fix) =>
        OptionalText(key, fix) is { Length: > 0 } text ? text : throw Wrong(key, "The key is missing or empty.", fix);

    public string? OptionalText(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(key, "The value is not a text.", fix),
    };

    public decimal? Number(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        _ => throw Wrong(key, "The value is not a number.", fix),
    };

    public bool? Flag(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Wrong(key, "The value is neither true nor false.", fix),
    };

    public int? Whole(string key, int least, string fix)
    {
        var number = Number(key, fix);
        return number is null || (number == Math.Truncate(number.Value) && number >= least && number <= int.MaxValue)
            ? (int?)number
            : throw Wrong(key, $"The value is not a whole number of at least {least}.", fix);
    }

    public TimeSpan? Duration(string key)
    {
        const string fix = "Write an ISO 8601 duration such as \"PT15S\".";
        if (OptionalText(key, fix) is not { } text) return null;
        try
        {
            var span = XmlConvert.ToTimeSpan(text);
            return span >= TimeSpan.Zero ? span : throw Wrong(key, "The duration is negative.", fix);
        }
        catch (FormatException)
        {
            throw Wrong(key, $"'{text}' is not a duration.", fix);
        }
    }

    public DateTimeOffset Moment(string key, string fix)
    {
        var text = Text(key, fix);
        // Without an offset nobody knows which hour is meant.
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUniversalTime()
            : throw Wrong(key, $"'{text}' is not a moment with an offset.", fix);
    }

    public StrictSection Section(string key, string fix) =>
        OptionalSection(key, fix) ?? throw Wrong(key, "The section is missing.", fix);

    public StrictSection? OptionalSection(string key, string fix) =>
        Free(key, fix) is { } section ? new StrictSection(file, Path(key), section) : null;

    /// <summary>A section that may be written as <c>true</c> (as is) or <c>false</c> (not at all).</summary>
    public StrictSection? Switched(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonObject section => new StrictSection(file, Path(key), section),
        JsonValue value when value.TryGetValue<bool>(out var on) => on ? new StrictSection(file, Path(key), []) : null,
        _ => throw Wrong(key, "The value is neither true nor false nor an object.", fix),
    };

    /// <summary>An object whose keys are somebody else's business.</summary>
    public JsonObject? Free(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonObject section => section,
        _ => throw Wrong(key, "The value is not an object.", fix),
    };

    public IReadOnlyDictionary<string, string> Texts(string key, string fix) => Free(key, fix) is not { } section
        ? new Dictionary<string, string>()
        : section.ToDictionary(
            entry => entry.Key,
            entry => entry.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
                ? text
                : throw Wrong($"{key}.{entry.Key}", "The value is not a text.", fix),
            StringComparer.Ordinal);

    /// <summary>A list of texts; empty when the key is missing.</summary>
    public IReadOnlyList<string> Strings(string key, string fix) => Node(key) switch
    {
        null => [],
        JsonArray list => [.. list.Select((item, at) => item is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
            ? text
            : throw Wrong($"{key}[{at}]", "The value is not a text.", fix))],
        _ => throw Wrong(key, "The value is not a list.", fix),
    };

    public TEnum? Word<TEnum>(string key) where TEnum : struct, Enum =>
        Node(key) is { } node ? Word<TEnum>(key, node, $"Write one of: {string.Join(", ", Enum.GetNames<TEnum>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]))}.") : null;

    public IReadOnlyList<TEnum>? Words<TEnum>(string key) where TEnum : struct, Enum
    {
        var fix = $"Write a list of: {string.Join(", ", Enum.GetNames<TEnum>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]))}.";
        return Node(key) switch
        {
            null => null,
            JsonArray list when list.Count > 0 => [.. list.Select((item, at) => Word<TEnum>($"{key}[{at}]", item, fix))],
            _ => throw Wrong(key, "The value is not a list with at least one entry.", fix),
        };
    }

    /// <summary>True or false, or null when it is not there.</summary>
    public bool? YesNo(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes,
        _ => throw Wrong(key, "The value is neither true nor false.", fix),
    };

    /// <summary>A list of texts with at least one entry, or null when it is not there.</summary>
    public IReadOnlyList<string>? TextList(string key, string fix) => Node(key) switch
    {
        null => null,
        JsonArray list when list.Count > 0 => [.. list.Select((item, at) =>
            item is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : throw Wrong($"{key}[{at}]", "The value is not a text.", fix))],
        _ => throw Wrong(key, "The value is not a list with at least one entry.", fix),
    };

    /// <summary>Call when everything has been asked for.</summary>
    public void NothingElse()
    {
        foreach (var (key, _) in json)
        {
            if (!_known.Contains(key))
            {
                throw Wrong(key, "The key is not known.", $"Remove it or correct it; known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private TEnum Word<TEnum>(string key, JsonNode? item, string fix) where TEnum : struct, Enum =>
        item is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 && char.IsAsciiLetter(text[0])
        && Enum.TryParse<TEnum>(text, ignoreCase: true, out var word)
            ? word
            : throw Wrong(key, "The value is not one of the known words.", fix);

    private JsonNode? Node(string key)
    {
        _known.Add(key);
        return json[key];
    }

    private string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
