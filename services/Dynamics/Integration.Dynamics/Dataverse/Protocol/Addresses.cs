using System.Globalization;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>Addresses below the environment's, and what bodies say in their stead.</summary>
internal static class Addresses
{
    /// <summary>The Web API.</summary>
    public const string Root = "api/data/v9.2/";

    /// <summary>A set, an action or a function.</summary>
    public static string Of(string set) => Root + set;

    /// <summary>One record.</summary>
    public static string Of(string set, Guid id) => $"{Root}{set}({id:D})";

    /// <summary>One record by its key.</summary>
    public static string Of(string set, AlternateKey key) => $"{Root}{set}({key.Address})";

    /// <summary>What <c>NAVIGATION@odata.bind</c> says to point to a record. Names of navigations are case-sensitive.</summary>
    public static string Bind(string set, Guid id) => $"/{set}({id:D})";

    /// <summary>The options of a list.</summary>
    public static string Options(EntityQuery query)
    {
        (string Name, string? Value)[] options =
        [
            ("$filter", query.Filter), ("$select", string.Join(',', query.Select)), ("$expand", query.Expand), ("$orderby", query.OrderBy),
            // Beside a page size of our own Dataverse ignores it.
            ("$top", query.PageSize is null ? query.Top?.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return Joined(options);
    }

    /// <summary>The options of an answer that shows a record, and a write's tag.</summary>
    public static string Options(Shown? shown, string? tag) => Joined([("$select", shown is null ? null : string.Join(',', shown.Select)), ("$expand", shown?.Expand), ("tag", tag)]);

    private static string Joined(IEnumerable<(string Name, string? Value)> options)
    {
        var text = string.Join('&', options.Where(option => !string.IsNullOrEmpty(option.Value)).Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value!)}"));
        return text.Length == 0 ? "" : $"?{text}";
    }
}
