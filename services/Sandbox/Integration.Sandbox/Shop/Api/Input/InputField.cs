using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Api.Input;

/// <summary>One field of an input: what it is called, which values it takes, what it is when it was not sent.</summary>
/// <param name="Name">Name in the body.</param>
/// <param name="Type">Type in PHP's words: <c>int</c>, <c>float</c>, <c>bool</c>, <c>string</c>, <c>array</c>, with <c>?</c> before it when it may be null.</param>
/// <param name="Default">Value of a new row, as JSON text.</param>
/// <param name="Rules">What else must hold; each says what is wrong, or null.</param>
internal sealed record InputField(string Name, string Type, string Default, params Func<JsonNode?, string?>[] Rules)
{
    /// <exception cref="ApiProblemException">400: the value has another type.</exception>
    public JsonNode? Accept(JsonNode? value)
    {
        var given = PhpTypes.Name(value);
        var wanted = Type.TrimStart('?');
        var fits = given == wanted || (given == "null" && Type.StartsWith('?')) || (given == "int" && wanted == "float");
        return fits
            ? value?.DeepClone()
            : throw ApiProblemException.BadRequest($"The type of the \"{Name}\" attribute must be \"{wanted}\", \"{given}\" given.");
    }
}
