using Integration.Connectors.Http;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Http;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("Customer zoë.o'neil+x@example.co.uk exists", "zoë")]
    [InlineData("card 4111-1111-1111-1111 refused", "1111")]
    [InlineData("call +49 (30) 123-4567", "123-4567")]
    [InlineData("call 030 1234567", "1234567")]
    [InlineData("call 212-555-0123", "555")]
    public void Personal_data_is_masked(string text, string hidden) => Assert.DoesNotContain(hidden, Masking.Text(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Cannot process PUT with Authorization: Bearer 597144D55F4D-ABC_x.y~z+/==, Content-Type: application/json", "597144D55F4D")]
    [InlineData("authorization: basic dXNlcjpwYXNz", "dXNlcjpwYXNz")]
    [InlineData("{\"access_token\":\"eyJhbGciOi\",\"expires_in\":3600}", "eyJhbGciOi")]
    [InlineData("refresh_token=abcdef123&scope=api", "abcdef123")]
    [InlineData("with Cookie: ASP.NET_SessionId=abcdef123; path=/", "abcdef123")]
    public void Credentials_are_masked(string text, string hidden)
    {
        var shown = Masking.Text(text);

        Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal);
        Assert.Contains("***", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The bearer certificate is basic equipment.")]
    [InlineData("Order SO-000123 has no line 12.")]
    [InlineData("The total is 1234.56 EUR on 2026-03-01 12:00:00.")]
    [InlineData("Inventory ID 'NOT-IN-ERP' cannot be found in the system.")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    public void What_operators_need_stays(string text) => Assert.Equal(text, Masking.Text(text));

    [Fact]
    public void A_very_long_text_is_cut() => Assert.True(Masking.Text(new string('a', 1_000_000)).Length <= 2_001);
}
