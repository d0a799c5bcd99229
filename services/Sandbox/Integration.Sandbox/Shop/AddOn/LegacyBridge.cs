using System.Text;
using Integration.Sandbox.Shop.Rest;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>
/// The add-on in a 5.4 shop: <c>admin.php?target=erp_bridge&amp;call=CALL</c>, with one of the REST add-on's keys in the
/// header <c>X-Integration-Key</c>. The shop's host check holds here too.
/// </summary>
internal sealed class LegacyBridge(ShopDatabase database, ShopOptions options)
{
    public const string Target = "erp_bridge";

    private const string Header = "X-Integration-Key";

    private readonly BridgeRequest _bridge = new(database);

    /// <returns>False when the shop does not have the add-on.</returns>
    public async Task<bool> HandleAsync(HttpContext context)
    {
        if (!await database.ReadAsync(shop => AddOnSettings.Of(shop.Rows.Unit).Installed, context.RequestAborted))
        {
            return false;
        }

        var (status, body) = await AnswerAsync(context.Request);
        var response = context.Response;
        if (context.Request.Host.Host != options.HttpHost && context.Request.Headers.XRequestedWith != "XMLHttpRequest")
        {
            status = StatusCodes.Status302Found;
            response.Headers.Location = $"http://{options.HttpHost}/admin.php?target={Target}";
        }

        response.StatusCode = status;
        response.ContentType = "application/json; charset=UTF-8";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(PhpJson.Write(body)), context.RequestAborted);
        return true;
    }

    private Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> AnswerAsync(HttpRequest request)
    {
        var key = request.Headers[Header].ToString();
        var writes = options.WriteKey.Length > 0 && key == options.WriteKey;
        var refusal = (options.WriteKey.Length, options.ReadKey.Length) switch
        {
            (0, 0) => new BridgeRefusedException(StatusCodes.Status403Forbidden, null, "The shop's REST API is switched off."),
            _ when key.Length == 0 || (!writes && key != options.ReadKey) =>
                new BridgeRefusedException(StatusCodes.Status401Unauthorized, null, $"The header {Header} must hold a key of the REST API add-on."),
            _ => null,
        };
        return refusal is null
            ? _bridge.AnswerAsync(request, request.Query["call"].ToString(), writes)
            : Task.FromResult((refusal.Status, BridgeCalls.Refusal(refusal)));
    }
}
