using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Documents;

public sealed class TypeSchemaTests
{
    private static readonly TypeSchema Schema = TypeSchema.Of<Order>("canonical.order", ContractsJson.Options);

    [Theory]
    [InlineData("number", SchemaType.Text)]
    [InlineData("placedAt", SchemaType.Text)]
    [InlineData("localDate", SchemaType.Text)]
    [InlineData("paymentStatus", SchemaType.Text)]
    [InlineData("billingAddress", SchemaType.Object)]
    [InlineData("shippingAddress.city", SchemaType.Text)]
    [InlineData("lines", SchemaType.Array)]
    [InlineData("lines.quantity", SchemaType.Number)]
    public void Member_of_the_canonical_order_is_known(string path, SchemaType type)
    {
        Assert.True(Schema.Knows(path, out var known));
        Assert.Equal(type, known);
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("nummer")]
    [InlineData("lines.nothing")]
    [InlineData("number.length")]
    public void Other_name_is_not_known(string path) => Assert.False(Schema.Knows(path, out _));
}
