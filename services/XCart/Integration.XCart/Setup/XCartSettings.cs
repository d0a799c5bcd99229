using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;

namespace Integration.XCart.Setup;

/// <summary>Settings of an X-Cart connection, from <c>storefront.settings</c> of the pair file.</summary>
internal sealed record XCartSettings
{
    private const int LargestPage = 1000;

    /// <summary>The admin script, <c>admin_self</c> in the shop's etc/config.php.</summary>
    public string AdminScript { get; init; } = "admin.php";

    /// <summary>An order younger than this by the shop's clock is looked at again later: the shop shows orders before it has finished placing them.</summary>
    public TimeSpan MinimumAge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long the marks of a half-made order are believed; orders that were imported or made over the API carry them for ever.</summary>
    public TimeSpan HalfMadeFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the shop may still be carrying out a request that was given up: PHP's and the web server's longest run.</summary>
    public TimeSpan LongestLateCommit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Rows per page of a sweep.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Reads them strictly.</summary>
    /// <exception cref="PairFileException">A setting is unknown or not understood.</exception>
    public static XCartSettings Of(ConnectionDefinition connection)
    {
        var settings = new XCartSettings();
        foreach (var (name, value) in connection.Settings)
        {
            settings = name switch
            {
                "adminScript" => settings with { AdminScript = Script(connection, value) },
                "minimumAgeSeconds" => settings with { MinimumAge = TimeSpan.FromSeconds(Whole(connection, name, value, 0, 3600)) },
                "halfMadeSeconds" => settings with { HalfMadeFor = TimeSpan.FromSeconds(Whole(connection, name, value, 0, 3600)) },
                "longestLateCommitSeconds" => settings with { LongestLateCommit = TimeSpan.FromSeconds(Whole(connection, name, value, 1, 3600)) },
                "pageSize" => settings with { PageSize = Whole(connection, name, value, 2, LargestPage) },
                _ => throw Fault(connection, name, "There is no such setting for X-Cart.", "Use adminScript, minimumAgeSeconds, halfMadeSeconds, longestLateCommitSeconds or pageSize."),
            };
        }

        return settings;
    }

    private static string Script(ConnectionDefinition connection, JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var script) && script.Length > 0 && script.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-')
            ? script
            : throw Fault(connection, "adminScript", "It is not a file name.", "Write the name of the shop's admin script, such as \"admin.php\".");

    private static int Whole(ConnectionDefinition connection, string name, JsonNode? value, int least, int most) =>
        value?.GetValueKind() == JsonValueKind.Number && int.TryParse(value.ToJsonString(), out var number) && number >= least && number <= most
            ? number
            : throw Fault(connection, name, "It is not a whole number in its range.", $"Write a whole number from {least} to {most}.");

    private static PairFileException Fault(ConnectionDefinition connection, string name, string problem, string fix) =>
        new(connection.File, $"storefront.settings.{name}", problem, fix);
}
