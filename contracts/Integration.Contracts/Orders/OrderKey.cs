using System.Security.Cryptography;
using System.Text;

namespace Integration.Contracts.Orders;

/// <summary>Identifies one storefront order within a pair; the key of its saga.</summary>
/// <param name="Pair">The pair's name, such as <c>xcart-acumatica</c>.</param>
/// <param name="OrderId">The storefront's own order id (not the number people see).</param>
public sealed record OrderKey(string Pair, string OrderId)
{
    private static readonly Guid Namespace = new("5b0c7a34-6a9e-4a55-9f2a-2f64d2c5b7f1");

    /// <summary>The saga's correlation id: a version-5 UUID (RFC 9562) of pair and order id, so that every message about the order finds the same saga.</summary>
    public Guid SagaId()
    {
        var name = Encoding.UTF8.GetBytes($"{Pair}\n{OrderId}");
        Span<byte> input = new byte[16 + name.Length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input[16..]);
#pragma warning disable CA5350 // RFC 9562 defines version 5 over SHA-1; it names, it does not protect.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Pair}/{OrderId}";
}
