using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>Names the route of a call without keys and numbers, for the call counts.</summary>
internal static class CallNames
{
    public static string Of(HttpRequest request)
    {
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["entity", var endpoint, var version, var entity, .. var rest] || endpoint == "auth")
        {
            return request.Path.Value;
        }

        var name = $"/entity/{endpoint}/{version}/{entity}";
        return rest switch
        {
            [] => name,
            ["$adHocSchema"] => $"{name}/$adHocSchema",
            [_, .., "files", _] => $"{name}/{{keys}}/files/{{filename}}",
            [var action, "status", _] => $"{name}/{action}/status/{{id}}",
            [var action] when HttpMethods.IsPost(request.Method) => $"{name}/{action}",
            _ => $"{name}/{{keys}}",
        };
    }
}
