using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Names the route of a call without keys, for the call counts.</summary>
internal static partial class CallNames
{
    public static string Of(HttpRequest request) => Key().Replace(request.Path.Value ?? "", "({key})");

    [GeneratedRegex(@"(?<!EntityDefinitions)\([^/]*\)")]
    private static partial Regex Key();
}
