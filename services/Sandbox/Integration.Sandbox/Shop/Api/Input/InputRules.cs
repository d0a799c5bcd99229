using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Input;

/// <summary>Symfony's constraints, with their words.</summary>
internal static partial class InputRules
{
    public static string? NotBlank(JsonNode? value) => Text(value).Length == 0 ? "This value should not be blank." : null;

    public static string? PositiveOrZero(JsonNode? value) => Number(value) < 0 ? "This value should be either positive or zero." : null;

    public static string? Email(JsonNode? value) =>
        Text(value) is { Length: > 0 } text && !Address().IsMatch(text) ? "This value is not a valid email address." : null;

    /// <summary>Nothing given is not too short: that is for <see cref="NotBlank"/> to say.</summary>
    public static Func<JsonNode?, string?> Length(int min, int max) => value => Text(value).Length switch
    {
        0 => null,
        var length when length < min => $"This value is too short. It should have {min} {Characters(min)} or more.",
        var length when length > max => $"This value is too long. It should have {max} {Characters(max)} or less.",
        _ => null,
    };

    public static Func<JsonNode?, string?> Choice(params string[] choices) =>
        value => value is null || choices.Contains(Text(value)) ? null : "The value you selected is not a valid choice.";

    private static string Text(JsonNode? value) => value is null ? "" : RowValues.AsText(value);

    private static decimal Number(JsonNode? value) =>
        value is not null && decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Characters(int count) => count == 1 ? "character" : "characters";

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Address();
}
