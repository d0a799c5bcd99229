using System.Net;
using Integration.Connectors.Outcomes;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Api55;

public sealed class WritingTests
{
    private static readonly Shown55 Whole = new("110");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_is_put_with_the_writing_token_after_a_look()
    {
        var shop = Shop(_ => ScriptedShop.Json("""{"id":3,"code":"S","name":"Shipped","customer_name":"Shipped"}"""));

        Assert.IsType<WriteOutcome.Done>(await SetAsync(shop, "S"));
        var write = shop.Requests[^1];
        Assert.Equal(("PUT", "/store/api/orders/8/shipping_status", """{"code":"S"}""", "application/json"), (write.Method, write.Target, write.Body, write.ContentType));
        Assert.Equal(ScriptedShop.WriteKey, write.Headers["X-AUTH-TOKEN"]);
    }

    [Fact]
    public async Task A_status_that_is_there_or_cannot_be_is_not_written()
    {
        var shop = Shop(_ => throw new InvalidOperationException("Nothing may be written."));

        Assert.IsType<WriteOutcome.AlreadyDone>(await SetAsync(shop, "N"));
        Assert.IsType<WriteOutcome.Rejected>(await SetAsync(shop, "SHIPPED"));
        Assert.IsType<WriteOutcome.Rejected>(await SetAsync(shop, ""));
    }

    [Fact]
    public async Task What_the_shop_refuses_with_400_is_rejected_with_its_words()
    {
        var rejected = Assert.IsType<WriteOutcome.Rejected>(await SetAsync(Shop(_ => ScriptedShop.Problem(HttpStatusCode.BadRequest, "Status code 'ZZ' is invalid")), "ZZ"));

        Assert.Contains("Status code 'ZZ' is invalid", rejected.Reasons[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_broke_off_may_have_happened()
    {
        foreach (var answer in new Func<HttpResponseMessage>[]
        {
            () => ScriptedShop.Problem(HttpStatusCode.InternalServerError, "x"), () => ScriptedShop.Page(HttpStatusCode.GatewayTimeout), () => ScriptedShop.Json("<html>"),
            () => ScriptedShop.Empty(HttpStatusCode.Found), () => ScriptedShop.Empty(HttpStatusCode.NoContent), () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        })
        {
            var shop = Shop(_ => answer());
            Assert.IsType<WriteOutcome.Unknown>(await SetAsync(shop, "S"));
            Assert.Single(shop.Requests, request => !request.IsRead);
        }
    }

    [Fact]
    public async Task A_write_that_certainly_did_not_happen_says_so()
    {
        Assert.IsType<WriteOutcome.Denied>(await SetAsync(Shop(_ => ScriptedShop.Problem(HttpStatusCode.Forbidden, "Access Denied.")), "S"));
        Assert.IsType<WriteOutcome.Unavailable>(await SetAsync(Shop(_ => ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable)), "S"));
        Assert.IsType<WriteOutcome.Throttled>(await SetAsync(Shop(_ => ScriptedShop.Empty(HttpStatusCode.TooManyRequests, ("Retry-After", "7"))), "S"));
    }

    private static ScriptedShop Shop(Func<ScriptedShop.Asked, HttpResponseMessage> write) =>
        new(asked => asked.IsRead ? Whole.Answer(asked) ?? ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found") : write(asked));

    private static Task<WriteOutcome> SetAsync(ScriptedShop shop, string code) => shop.Connector(ShopPairs.Shop55()).FulfilmentStatus!.SetAsync("8", code, Ct);
}
