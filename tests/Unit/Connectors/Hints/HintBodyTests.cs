using System.Text;
using Integration.Connectors.Hints;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Hints;

public sealed class HintBodyTests
{
    [Fact]
    public void A_hint_names_entity_and_id_and_the_rest_is_ignored()
    {
        var hint = HintBody.Read("""{"type":"order.changed","entity":"order","id":"8","more":{"a":[1]}}"""u8, out _);
        Assert.Equal(new HintBody("order", "8"), hint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"entity":"order"}""")]
    [InlineData("""{"entity":"order","id":8}""")]
    [InlineData("""{"entity":"order","id":"8","id":"9"}""")]
    [InlineData("""{"entity":"order","id":"8"} x""")]
    [InlineData("""{"entity":"order","id":NaN}""")]
    [InlineData("""{"entity":"order","id":"a\u0000b"}""")]
    [InlineData("""{"entity":"Order; DROP","id":"8"}""")]
    [InlineData("""{"a":[[[[[[[[[[1]]]]]]]]]],"entity":"order","id":"8"}""")]
    public void Anything_else_is_refused_with_a_plain_reason(string body)
    {
        Assert.Null(HintBody.Read(Encoding.UTF8.GetBytes(body), out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Cut_and_garbled_bodies_never_throw()
    {
        var whole = """{"type":"order.changed","entity":"order","id":"Zoë 8"}"""u8.ToArray();
        var random = new Random(7);
        for (var round = 0; round < 10_000; round++)
        {
            var body = whole[..random.Next(whole.Length)];
            if (body.Length > 0) body[random.Next(body.Length)] = (byte)random.Next(256);
            Assert.Null(HintBody.Read(body, out _));
        }
    }
}
