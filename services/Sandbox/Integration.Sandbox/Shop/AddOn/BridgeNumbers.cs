using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>Whole numbers in the add-on's calls.</summary>
internal static class BridgeNumbers
{
    /// <summary>An id out of the query, where everything is text.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="field">Where it stood.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="BridgeRefusedException">400.</exception>
    public static long Id(string text, string field, string name) =>
        text.Length > 0 && text[0] != '0' && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw NotOne(field, name, 1);

    /// <summary>A property. A number with a fraction is none for PHP's <c>is_int</c>, not even 5.0.</summary>
    /// <param name="value">What was sent.</param>
    /// <param name="field">Where it stood.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="least">The smallest that may be.</param>
    /// <exception cref="BridgeRefusedException">400.</exception>
    public static long Whole(JsonNode? value, string field, string name, long least) =>
        value?.GetValueKind() == JsonValueKind.Number
        && uint.TryParse(value.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw NotOne(field, name, least);

    private static BridgeRefusedException NotOne(string field, string name, long least) =>
        BridgeRefusedException.BadRequest(field, $"'{name}' must be a whole number from {least} to {uint.MaxValue}.");
}
