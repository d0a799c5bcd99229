using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>Request parameters as PHP reads them: <c>_cnd[limit][0]=5</c> becomes a tree.</summary>
internal static partial class PhpParameters
{
    /// <summary>Adds parameters to a tree; every leaf is text.</summary>
    public static void Add(JsonObject tree, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var bracket = name.IndexOf('[', StringComparison.Ordinal);
            var path = bracket < 0
                ? [name]
                : (IReadOnlyList<string>)[name[..bracket], .. Bracketed().Matches(name[bracket..]).Select(match => match.Groups[1].Value)];
            var at = tree;
            foreach (var step in path.SkipLast(1))
            {
                if (at[step] is not JsonObject next)
                {
                    at[step] = next = [];
                }

                at = next;
            }

            at[path[^1].Length > 0 ? path[^1] : $"{at.Count}"] = value;
        }
    }

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Bracketed();
}
