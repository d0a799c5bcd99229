namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Addresses of what follows an answer.</summary>
internal static class Links
{
    private static readonly string[] Tokens = ["$skiptoken", "$deltatoken"];

    /// <summary>The same request with another token.</summary>
    public static string With(ApiRequest request, string option, string token)
    {
        var kept = request.QueryText.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => Uri.UnescapeDataString(part.Split('=')[0]) is var name && (!Tokens.Contains(name) || (name != option && option == "$skiptoken")));
        return $"{request.Path}?{string.Join('&', kept.Append($"{option}={Uri.EscapeDataString(token)}"))}";
    }
}
