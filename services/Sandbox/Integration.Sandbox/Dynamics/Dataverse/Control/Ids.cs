using System.Security.Cryptography;
using System.Text;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Ids of seeded records: the same in every new organization.</summary>
internal static class Ids
{
    public static Guid Of(string table, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}:{name}")).AsSpan(0, 16));
}
