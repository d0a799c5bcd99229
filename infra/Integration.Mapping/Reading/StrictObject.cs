using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Reading;

/// <summary>
/// Reads a JSON object whose every member must be known. Errors are collected, not thrown, so that the author of a document
/// sees all of them at once.
/// </summary>
internal sealed class StrictObject(JsonObject source, string where, List<string> errors)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string Where => where;

    public List<string> Errors => errors;

    public static StrictObject Parse(string text, string what, List<string> errors)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            if (JsonNode.Parse(text, documentOptions: options) is JsonObject source)
                return new StrictObject(source, $"{what} {Named(source)}", errors);
            errors.Add($"{what}: must be a JSON object.");
        }
        catch (JsonException failure)
        {
            errors.Add($"{what}: is not JSON. {failure.Message}");
        }

        throw new DocumentException(errors);
    }

    public bool Has(string name) => source.ContainsKey(name);

    public IEnumerable<string> Names => source.Select(member => member.Key);

    public JsonNode? Any(string name)
    {
        _known.Add(name);
        return source[name];
    }

    public string? Text(string name, bool required = false)
    {
        var node = Any(name);
        if (node is null)
        {
            if (required)
                Error($"property '{name}' is missing.");
            return null;
        }

        if (node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is { Length: > 0 } text)
            return text;
        Error($"property '{name}' must be text that is not empty.");
        return null;
    }

    public int? Number(string name, int least, int most, bool required = false)
    {
        var node = Any(name);
        if (node is null && !required)
            return null;
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number >= least && number <= most)
            return number;
        Error($"property '{name}' must be a whole number from {least} to {most}.");
        return null;
    }

    public decimal? Decimal(string name)
    {
        var node = Any(name);
        if (node is null)
            return null;
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number))
            return number;
        Error($"property '{name}' must be a number.");
        return null;
    }

    public bool Flag(string name, bool otherwise = false)
    {
        var node = Any(name);
        if (node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return node.GetValue<bool>();
        if (node is not null)
            Error($"property '{name}' must be true or false.");
        return otherwise;
    }

    /// <summary>One of the given words.</summary>
    public string? Word(string name, bool required, params string[] words)
    {
        var text = Text(name, required);
        if (text is null || words.Contains(text, StringComparer.Ordinal))
            return text;
        Error($"property '{name}' is '{text}' but must be one of: {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>An ISO 8601 duration such as PT30M.</summary>
    public TimeSpan? Duration(string name) => Text(name) is { } text ? DurationOf(text, name) : null;

    public TimeSpan? DurationOf(string text, string name)
    {
        try
        {
            var duration = XmlConvert.ToTimeSpan(text);
            if (duration > TimeSpan.Zero)
                return duration;
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
        }

        Error($"property '{name}' is '{text}' but must be an ISO 8601 duration above zero, such as PT30M.");
        return null;
    }

    public JsonataExpression? Expression(string name)
    {
        if (Text(name) is not { } text)
            return null;
        try
        {
            return JsonataExpression.Compile(text);
        }
        catch (JsonataException failure)
        {
            Error($"property '{name}' is not a JSONata expression: {failure.Message} (at character {failure.Position})");
            return null;
        }
    }

    public StrictObject? Object(string name)
    {
        var node = Any(name);
        if (node is JsonObject inner)
            return new StrictObject(inner, $"{where}, '{name}'", errors);
        if (node is not null)
            Error($"property '{name}' must be an object.");
        return null;
    }

    public IReadOnlyList<JsonNode?> Array(string name, bool required = false)
    {
        var node = Any(name);
        if (node is JsonArray array)
            return [.. array];
        if (node is not null || required)
            Error($"property '{name}' must be an array.");
        return [];
    }

    /// <summary>The objects of an array; the function gives each its place for errors.</summary>
    public IEnumerable<StrictObject> Objects(string name, bool required, Func<JsonObject, int, string> place)
    {
        var items = Array(name, required);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonObject item)
                yield return new StrictObject(item, $"{where}, {place(item, i)}", errors);
            else
                Error($"item {i + 1} of '{name}' must be an object.");
        }
    }

    public void Error(string text) => errors.Add($"{where}: {text}");

    /// <summary>Reports what has not been read by now.</summary>
    public void RefuseUnknown()
    {
        foreach (var name in Names.Where(name => !_known.Contains(name)))
            Error($"unknown property '{name}'. Known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
    }

    private static string Named(JsonObject source) =>
        source["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String ? $"'{id.GetValue<string>()}'" : "without id";
}
