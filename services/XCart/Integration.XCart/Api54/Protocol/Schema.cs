namespace Integration.XCart.Api54.Protocol;

/// <summary>The shape in which the shop gives a record.</summary>
internal enum Schema
{
    /// <summary>As stored; the only one that can be written.</summary>
    Default,

    /// <summary>A flat view for business use; products, orders and profiles only.</summary>
    Complex,
}
