using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Api.Input;

/// <summary>
/// An input object of the API. It is first filled with the stored row's values (or the defaults of a new one), then what
/// was sent is laid over it: so PUT changes only what was sent. Unknown properties are ignored.
/// </summary>
/// <param name="prefix">Put before the list of what is wrong.</param>
/// <param name="fields">Its fields.</param>
internal sealed class InputForm(string prefix, params IReadOnlyList<InputField> fields)
{
    /// <summary>The defaults of a new row.</summary>
    public JsonObject Fresh() => new(fields.Select(field => KeyValuePair.Create(field.Name, JsonNode.Parse(field.Default))));

    /// <param name="stored">What is there now, or <see cref="Fresh"/>.</param>
    /// <param name="sent">The body.</param>
    /// <exception cref="ApiProblemException">400: a type or a rule is broken.</exception>
    public JsonObject Read(JsonObject stored, JsonObject sent)
    {
        var filled = new JsonObject();
        var wrong = new List<string>();
        foreach (var field in fields)
        {
            var value = sent.ContainsKey(field.Name) ? field.Accept(sent[field.Name]) : stored[field.Name]?.DeepClone();
            filled[field.Name] = value;
            wrong.AddRange(field.Rules.Select(rule => rule(value)).OfType<string>().Select(message => $"{field.Name}: {message}"));
        }

        return wrong.Count == 0 ? filled : throw ApiProblemException.BadRequest(prefix + string.Join('\n', wrong));
    }
}
