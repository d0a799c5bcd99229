using System.Text;
using Integration.Console.Alerts;
using Xunit;

namespace Integration.Tests.Unit.Console;

public sealed class AlertSignatureTests
{
    /// <summary>The example of the Standard Webhooks reference libraries (github.com/standard-webhooks/standard-webhooks, libraries, "sign").</summary>
    [Fact]
    public void The_standards_own_example_is_signed_as_it_says()
    {
        var key = AlertSignature.KeyOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;

        var signature = AlertSignature.Of(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("{\"test\": 2432232314}"));

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_no base64")]
    [InlineData("whsec_c2hvcnQ=")]
    public void A_missing_short_or_malformed_secret_is_no_key(string? secret) => Assert.Null(AlertSignature.KeyOf(secret));
}
