using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Harness;

/// <summary>Fault rules of the stand-ins.</summary>
internal static class Fault
{
    public static JsonObject Of(string kind, double probability = 1, int seed = 1, TimeSpan? delay = null, string? method = null, string? path = null, int? count = null, int skip = 0)
    {
        var rule = new JsonObject { ["kind"] = kind, ["probability"] = probability, ["seed"] = seed, ["skip"] = skip };
        if (delay is { } wait) rule["delay"] = wait.ToString("c");
        if (method is not null) rule["method"] = method;
        if (path is not null) rule["pathContains"] = path;
        if (count is { } most) rule["count"] = most;
        return rule;
    }

    public static JsonObject Status(int status, double probability = 1, int seed = 1, TimeSpan? retryAfter = null)
    {
        var rule = Of("Status", probability, seed);
        rule["status"] = status;
        if (retryAfter is { } wait) rule["headers"] = new JsonObject { ["Retry-After"] = $"{wait.TotalSeconds:0}" };
        return rule;
    }
}
