#pragma once
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/objects.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>

// An SM2 key from its public point and, unless it is NULL, its secret; NULL when the point is not on the curve. In C
// because OpenSSL keeps pointers to the parameters' names, which Swift strings do not give.
static inline EVP_PKEY *zhunsheng_sm2_key(const unsigned char *point, size_t size, const BIGNUM *secret)
{
    EVP_PKEY *key = NULL;
    OSSL_PARAM *parameters = NULL;
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "SM2", NULL);
    if (parts != NULL && context != NULL
        && OSSL_PARAM_BLD_push_utf8_string(parts, OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0) == 1
        && OSSL_PARAM_BLD_push_octet_string(parts, OSSL_PKEY_PARAM_PUB_KEY, point, size) == 1
        && (secret == NULL || OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_PRIV_KEY, secret) == 1)
        && (parameters = OSSL_PARAM_BLD_to_param(parts)) != NULL && EVP_PKEY_fromdata_init(context) == 1)
        EVP_PKEY_fromdata(context, &key, secret == NULL ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR, parameters);
    OSSL_PARAM_free(parameters);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_BLD_free(parts);
    return key;
}

// One half of HKDF (RFC 5869): `mode` is EVP_KDF_HKDF_MODE_EXTRACT_ONLY with a salt as `other`, or
// EVP_KDF_HKDF_MODE_EXPAND_ONLY with an info. In C for the same reason.
static inline int zhunsheng_hkdf(int mode, const char *digest, const unsigned char *key, size_t keySize,
    const unsigned char *other, size_t otherSize, unsigned char *output, size_t size)
{
    EVP_KDF *kdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
    EVP_KDF_CTX *context = EVP_KDF_CTX_new(kdf);
    const char *name = mode == EVP_KDF_HKDF_MODE_EXTRACT_ONLY ? OSSL_KDF_PARAM_SALT : OSSL_KDF_PARAM_INFO;
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_int(OSSL_KDF_PARAM_MODE, &mode),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, keySize),
        OSSL_PARAM_construct_octet_string(name, (void *)other, otherSize),
        OSSL_PARAM_construct_end(),
    };
    int worked = context != NULL && EVP_KDF_derive(context, output, size, parameters) == 1;
    EVP_KDF_CTX_free(context);
    EVP_KDF_free(kdf);
    return worked;
}
