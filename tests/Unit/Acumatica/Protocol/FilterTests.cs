using Integration.Acumatica.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Protocol;

public sealed class FilterTests
{
    [Fact]
    public void Quotes_are_doubled() => Assert.Equal("ExternalRef eq 'O''Neill'", Filter.Equal("ExternalRef", "O'Neill"));

    [Fact]
    public void Moments_are_sent_in_UTC_with_their_fraction() => Assert.Equal(
        "LastModified ge datetimeoffset'2026-01-02T02:04:05.678Z'",
        Filter.Since("LastModified", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1))));

    [Fact]
    public void A_plus_in_a_value_arrives_escaped() => Assert.Equal(
        "?$filter=MainContact%2FEmail%20eq%20%27a%2Bb%40c.example%27&$top=5",
        new EntityQuery { Filter = Filter.Equal("MainContact/Email", "a+b@c.example"), Top = 5 }.ToString());

    [Fact]
    public void Several_alternatives_stand_in_brackets() => Assert.Equal(
        "(OrderType eq 'WO' or OrderType eq 'SO') and ExternalRef eq 'XC1-1'",
        Filter.All(Filter.Any([Filter.Equal("OrderType", "WO"), Filter.Equal("OrderType", "SO")]), Filter.Equal("ExternalRef", "XC1-1")));
}
