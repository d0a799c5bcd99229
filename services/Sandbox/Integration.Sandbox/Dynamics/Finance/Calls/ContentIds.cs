using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>The records that the calls of a change set have made so far, by content ID. Whether the application finds them by it is a setting: nobody says.</summary>
internal sealed partial class ContentIds(Metadata metadata, FinanceSettings settings)
{
    private readonly Dictionary<string, (EntitySet Set, Row Row)> _made = new(StringComparer.Ordinal);

    /// <summary>What a call names, and the record that it hangs on when it was named by a content ID (<c>$1/SalesOrderLines</c>).</summary>
    /// <exception cref="FinanceFault">404: there is no such address.</exception>
    public (DataPath Path, Row? Owner) Read(DataRequest request, string root)
    {
        var match = Form().Match(request.Path);
        if (settings.ResolvesContentIds && match.Success && _made.TryGetValue(match.Groups["id"].Value, out var owner)
            && owner.Set.Navigations.FirstOrDefault(each => each.IsMany && each.Name == match.Groups["way"].Value) is { } way)
        {
            return (new DataPath(metadata[way.Target], null, false), owner.Row);
        }

        return (DataPath.Read(metadata, request, root), null);
    }

    /// <summary>Remembers what a call made.</summary>
    public void Add(string? contentId, EntitySet set, Row? row)
    {
        if (contentId is not null && row is not null)
        {
            _made[contentId] = (set, row);
        }
    }

    [GeneratedRegex(@"^\$(?<id>[^/]+)/(?<way>\w+)$")]
    private static partial Regex Form();
}
