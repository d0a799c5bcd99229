using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Integration.Connectors.Hints;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Hints;

public sealed class SignedHintTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = """{"type":"order.changed","entity":"order","id":"8"}"""u8.ToArray();

    [Fact]
    public void The_published_example_of_standard_webhooks_is_genuine()
    {
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
            ["webhook-timestamp"] = "1614265330",
            ["webhook-signature"] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        };

        Assert.True(SignedHint.IsGenuine(headers, """{"test": 2432232314}"""u8, [Secret], DateTimeOffset.FromUnixTimeSeconds(1614265330)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(-6, false)]
    [InlineData(6, false)]
    [InlineData(-1440, false)]
    public void Only_hints_of_now_are_genuine(int minutes, bool genuine) =>
        Assert.Equal(genuine, SignedHint.IsGenuine(Headers(Now.AddMinutes(minutes)), Body, [Secret], Now));

    [Fact]
    public void Each_of_two_secrets_is_good_and_a_removed_one_is_dead()
    {
        const string next = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        Assert.True(SignedHint.IsGenuine(Headers(Now), Body, [next, Secret], Now));
        Assert.True(SignedHint.IsGenuine(Headers(Now, next), Body, [next, Secret], Now));
        Assert.False(SignedHint.IsGenuine(Headers(Now), Body, [next], Now));
        Assert.False(SignedHint.IsGenuine(Headers(Now), Body, [], Now));
    }

    [Fact]
    public void Every_flipped_bit_of_the_body_is_noticed()
    {
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var changed = (byte[])Body.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SignedHint.IsGenuine(Headers(Now), changed, [Secret], Now));
        }
    }

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public void A_missing_or_doubled_header_is_refused(string name)
    {
        var doubled = Headers(Now);
        doubled[name] = new[] { doubled[name].ToString(), doubled[name].ToString() };
        var missing = Headers(Now);
        missing.Remove(name);

        Assert.False(SignedHint.IsGenuine(doubled, Body, [Secret], Now));
        Assert.False(SignedHint.IsGenuine(missing, Body, [Secret], Now));
    }

    [Fact]
    public void One_right_signature_among_several_is_enough()
    {
        var headers = Headers(Now);
        headers["webhook-signature"] = $"v1,AAAA v2,abc {headers["webhook-signature"]}";
        Assert.True(SignedHint.IsGenuine(headers, Body, [Secret], Now));
    }

    private static HeaderDictionary Headers(DateTimeOffset at, string secret = Secret)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"msg_1.{stamp}.").Concat(Body).ToArray();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
        return new HeaderDictionary { ["webhook-id"] = "msg_1", ["webhook-timestamp"] = stamp, ["webhook-signature"] = $"v1,{signature}" };
    }
}
