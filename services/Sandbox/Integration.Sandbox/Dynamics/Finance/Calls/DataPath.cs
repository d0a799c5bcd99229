using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>What a path below <c>/data/</c> names.</summary>
/// <param name="Set">The entity set.</param>
/// <param name="Key">The key in parentheses; null for the whole set.</param>
/// <param name="IsCount">True: only the number of rows is asked.</param>
internal sealed partial record DataPath(EntitySet Set, string? Key, bool IsCount)
{
    /// <exception cref="FinanceFault">404: there is no such set.</exception>
    public static DataPath Read(Metadata metadata, DataRequest request, string root)
    {
        var match = Form().Match(request.Path);
        var set = match.Success ? metadata.Find(match.Groups["set"].Value) : null;
        return set is null ? throw FinanceFault.NoResource($"{root}{request.Path}{request.Query}")
            : new DataPath(set, match.Groups["key"].Success ? match.Groups["key"].Value : null, match.Groups["count"].Success);
    }

    [GeneratedRegex(@"^(?<set>\w+)(?:\((?<key>.*)\))?(?<count>/\$count)?$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
