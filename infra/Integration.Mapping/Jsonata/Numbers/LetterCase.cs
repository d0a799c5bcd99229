namespace Integration.Mapping.Jsonata.Numbers;

internal enum LetterCase
{
    Lower,
    Upper,
    Title,
}
