using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>The routes that calls are counted under: without the keys.</summary>
internal static class CallNames
{
    public static string Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var key = path.IndexOf('(', StringComparison.Ordinal);
        return key < 0 ? path : $"{path[..key]}(key)";
    }
}
