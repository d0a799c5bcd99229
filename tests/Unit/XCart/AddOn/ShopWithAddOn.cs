using System.Net;
using Integration.Tests.Unit.XCart.Api55;
using Integration.Tests.Unit.XCart.Protocol;
using Integration.Tests.Unit.XCart.Recorded;

namespace Integration.Tests.Unit.XCart.AddOn;

/// <summary>A shop of either version whose add-on answers by script; the order 8 is the recorded 110.</summary>
internal static class ShopWithAddOn
{
    public const string About =
        """{"addOn":"Integration-ErpBridge","version":"5.4.1.0","protocol":1,"store":"5.4.1.5","capabilities":["hints","stock","tracking","notes"],"atomicStock":true,"clock":"2026-11-21T07:00:00Z"}""";

    private static readonly Shown55 Whole = new("110");

    /// <param name="answer">Answers the add-on's calls but <c>about</c>, by the name of the call.</param>
    /// <param name="about">The answer to <c>about</c>; null where it is not installed.</param>
    public static ScriptedShop Of(Func<string, ScriptedShop.Asked, HttpResponseMessage> answer, string? about = About) => new(asked =>
    {
        var call = CallOf(asked);
        if (call == "about") return about is null ? ScriptedShop.Page(HttpStatusCode.NotFound) : ScriptedShop.Json(about);
        if (call.Length > 0) return answer(call, asked);
        if (!asked.IsRead) throw new InvalidOperationException($"Not through the add-on: {asked.Method} {asked.Target}");
        return asked.ApiPath.Length > 0
            ? Whole.Answer(asked) ?? ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found")
            : ScriptedShop.Json(RecordedOrders.DefaultText("110"));
    });

    /// <summary>The add-on's call in a request, or empty.</summary>
    public static string CallOf(ScriptedShop.Asked asked) =>
        asked.ApiPath.StartsWith("erp_bridge/", StringComparison.Ordinal) ? asked.ApiPath["erp_bridge/".Length..]
        : asked.Target.StartsWith("/store/admin.php?target=erp_bridge&call=", StringComparison.Ordinal) ? asked.Target["/store/admin.php?target=erp_bridge&call=".Length..].Split('&')[0] : "";

    public static HttpResponseMessage Refused(HttpStatusCode status, string message) =>
        new(status) { Content = new StringContent($$$"""{"error":{"field":"number","message":"{{{message}}}"}}""", System.Text.Encoding.UTF8, "application/json") };
}
