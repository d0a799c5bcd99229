using Microsoft.AspNetCore.Http;

namespace Integration.Console.Access;

/// <summary>Who acts, as named in the header <c>X-Operator</c>.</summary>
internal static class OperatorName
{
    public const string Header = "X-Operator";
    private const int Longest = 60;

    /// <summary>The name without control characters, cut to a readable length; percent-encoded UTF-8 is decoded, because headers carry ASCII only. Empty when there is none.</summary>
    public static string Of(HttpRequest request)
    {
        var name = new string([.. Uri.UnescapeDataString(request.Headers[Header].ToString()).Where(character => !char.IsControl(character))]).Trim();
        return name.Length <= Longest ? name : name[..Longest];
    }
}
